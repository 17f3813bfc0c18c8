"""One HTML document that presents itself: keys, notes and a presenter's window, without a server."""

from bukhara.exports.packs.html.document import POLICY, to_html

__all__ = ["POLICY", "to_html"]
