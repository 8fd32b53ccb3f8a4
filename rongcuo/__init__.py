"""Rongcuo (容错): what every service of the platform stands on."""
