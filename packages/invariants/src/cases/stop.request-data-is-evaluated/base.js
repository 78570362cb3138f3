export function calculate(req, res) {
  res.json({ value: Number(req.body.value) });
}
