const amqp = require('amqplib');
const { exec } = require('child_process');

amqp.connect(process.env.AMQP).then(async (connection) => {
  const channel = await connection.createChannel();
  channel.consume('jobs', (message) => {
    const job = JSON.parse(message.content.toString());
    exec(`bin/render ${job.id}`);
    channel.ack(message);
  });
});
