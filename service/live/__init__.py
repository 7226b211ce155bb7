"""Notifications, and the event streams that push them to open pages."""
