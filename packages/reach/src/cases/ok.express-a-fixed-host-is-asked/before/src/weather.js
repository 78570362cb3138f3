import fetch from 'node-fetch';

export async function weather(req, res) {
  const answer = await fetch('https://api.weather.example/v1/today');
  res.json(await answer.json());
}
