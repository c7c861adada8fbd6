"""Subsidies: money given, forgone or topped up. 对新认定的国家、省级孵化器，分别给予40万元、20万元奖励 is two records."""

from planlint.facts.subsidies.subsidies import find_subsidies

__all__ = ["find_subsidies"]
