class Mailer
  def deliver(message)
    smtp.send_message(message.to_s, message.from, message.to)
  rescue StandardError
    retries.push(message)
  end
end
