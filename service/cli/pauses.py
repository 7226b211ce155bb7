"""How long to wait before something that has ended is started again."""

FIRST = 1.0  # s
_LONGEST = _HEALTHY = 60.0  # s


def longer(pause: float, lived: float = 0.0) -> float:
    """The pause after `pause`: twice as long, up to a minute, and the first anew for what `lived` well."""
    return FIRST if lived > _HEALTHY else min(2 * pause, _LONGEST)
