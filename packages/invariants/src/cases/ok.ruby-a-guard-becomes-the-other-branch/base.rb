class Invitation
  def accept(user)
    return :expired if expires_at < Time.now

    members << user
    save!
    :accepted
  end
end
