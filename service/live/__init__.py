"""What reaches people while they look: notifications and event streams."""
