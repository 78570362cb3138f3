export const go = (req: Request, res: Response) => res.redirect(req.query.to);
