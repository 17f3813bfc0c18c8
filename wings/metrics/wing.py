"""The wing of numbers for a Prometheus server: one address, which answers this machine or a token."""

from bukhara.wing import Wing

WING = Wing(register="wings.metrics.server:register", open={"metrics": "/metrics"}, settings=("BUKHARA_METRICS_TOKEN",))
