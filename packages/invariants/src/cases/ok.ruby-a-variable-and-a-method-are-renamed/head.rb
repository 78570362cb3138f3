class Cart
  def put(product, quantity)
    raise ArgumentError, "quantity" if quantity < 1 || quantity > MAX_PER_ITEM
    return false unless product.sellable_to?(customer)

    lines[product.id] = lines.fetch(product.id, 0) + quantity
    true
  end
end
