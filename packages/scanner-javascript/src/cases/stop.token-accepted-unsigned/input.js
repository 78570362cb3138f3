import jwt from 'jsonwebtoken';

export const user = (token, key) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });
export const remember = (res, id) => res.cookie('session', id, { httpOnly: false });
export const policy = (cors) => cors({ origin: '*', credentials: true });
