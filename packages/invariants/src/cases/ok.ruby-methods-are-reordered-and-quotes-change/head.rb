class Api
  def update(id, values)
    raise Denied, "no session" unless session
    raise Denied, "no scope" unless session.scopes.include?("write")

    records
      .find(id)
      .update!(values)
  end

  def show(id)
    raise Denied, "no session" unless session
    raise Denied, "no scope" unless session.scopes.include?("read")

    records.find(id)
  end
end
