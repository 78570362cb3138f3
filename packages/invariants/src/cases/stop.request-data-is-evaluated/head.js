export function calculate(req, res) {
  res.json({ value: eval(req.body.value) });
}
