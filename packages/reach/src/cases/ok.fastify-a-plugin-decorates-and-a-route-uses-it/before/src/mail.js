const fp = require('fastify-plugin');
const nodemailer = require('nodemailer');

module.exports = fp(async (fastify) => {
  const transport = nodemailer.createTransport(process.env.SMTP);
  fastify.decorate('mail', { send: (message) => transport.sendMail(message) });
});
