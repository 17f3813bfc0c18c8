"""The shape of each mark as SVG on 16 x 16 units, so that a status is read without colour, on pages and on slides."""

_RING = '<circle cx="8" cy="8" r="6.3" class="o"/>'
DOTTED = '<circle cx="8" cy="8" r="6" class="d"/>'
SHAPES = {
    "in_place": '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.3l2.3 2.3 4.4-4.9" class="k"/>',
    "under_way": f'{_RING}<path d="M8 1.7a6.3 6.3 0 0 1 0 12.6z"/>',
    "planned": f'{_RING}<circle cx="8" cy="8" r="2"/>',
    "challenge": '<path d="M8 1.6L14.4 8 8 14.4 1.6 8z" class="o"/><path d="M8 5v3.6M8 10.8v.4" class="s"/>',
    "continuing": '<path d="M13.6 8A5.6 5.6 0 1 1 11.6 3.7" class="o"/><path d="M11 .9l1.3 3.1-3.3.6z"/>',
    "last_reported": f'{_RING}<path d="M5 8h6" class="s"/>',
    "ended": f'{_RING}<path d="M5 8h6" class="s"/>',
    "no_step": _RING,
    "not_applicable": f'{_RING}<path d="M3.6 12.4l8.8-8.8" class="s"/>',
    "not_available": (
        '<rect x="2" y="2" width="12" height="12" class="o"/><path d="M2 9l7-7M2 14L14 2M7 14l7-7" class="s"/>'
    ),
    "not_reported": f'{_RING}<path d="M8 4.2V8l2.6 1.6" class="o"/>',
    "suppressed": ('<rect x="2.5" y="6" width="11" height="7" rx="1"/><path d="M5 6V4.5a3 3 0 0 1 6 0V6" class="o"/>'),
    "mentioned": f'{DOTTED}<circle cx="8" cy="8" r="1.6"/>',
    "not_asked": DOTTED,
}
