class Invitation
  def accept(user)
    if expires_at >= Time.now
      members << user
      save!
      :accepted
    else
      :expired
    end
  end
end
