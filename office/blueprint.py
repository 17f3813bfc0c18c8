"""The blueprint on which every route of the office is registered."""

from flask import Blueprint

office = Blueprint("office", __name__)
