CHAT = "{{slack}}"
MAIL, PUBLISH = "{{sendgrid}}", "{{npm}}"
