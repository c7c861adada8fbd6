"""Responsibilities: who answers for a task. （责任单位：区科技局、财政局） is two records."""

from planlint.facts.responsibilities.find import find_responsibilities

__all__ = ["find_responsibilities"]
