"""The frame of the house: settings, composition roots and the API's own machinery."""

__version__ = "0.1.0"
