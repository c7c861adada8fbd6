"""The values that the stages hand to each other: frozen, slotted, standard library only."""
