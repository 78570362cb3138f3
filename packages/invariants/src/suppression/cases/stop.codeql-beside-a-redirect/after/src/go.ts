export const go = (req: Request, res: Response) => res.redirect(req.query.to); // codeql[js/server-side-unvalidated-url-redirection]
