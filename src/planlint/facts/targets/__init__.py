"""Targets: quantified results that the plan commits to. 到2025年，引进培育高新技术企业不少于40家 is one."""

from planlint.facts.targets.targets import find_targets

__all__ = ["find_targets"]
