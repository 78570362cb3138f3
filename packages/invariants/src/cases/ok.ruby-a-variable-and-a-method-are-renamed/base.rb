class Cart
  def add(item, n)
    raise ArgumentError, "n" if n < 1 || n > MAX_PER_ITEM
    return false unless item.sellable_to?(customer)

    lines[item.id] = lines.fetch(item.id, 0) + n
    true
  end
end
