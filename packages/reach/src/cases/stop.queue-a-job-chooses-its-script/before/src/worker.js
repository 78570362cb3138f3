const amqp = require('amqplib');
const { execFile } = require('child_process');

amqp.connect(process.env.AMQP).then(async (connection) => {
  const channel = await connection.createChannel();
  channel.consume('jobs', (message) => {
    const job = JSON.parse(message.content.toString());
    execFile('bin/render', [job.id]);
    channel.ack(message);
  });
});
