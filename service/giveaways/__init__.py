"""Giveaways: odds, the draw, its steps and its replay."""
