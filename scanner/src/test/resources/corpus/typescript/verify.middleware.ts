import type { NextFunction, Request, Response } from 'express';
import jwt, { type JwtPayload, type Secret } from 'jsonwebtoken';

declare global {
  namespace Express {
    interface Request {
      user?: JwtPayload;
    }
  }
}

const SECRET: Secret = process.env.JWT_SECRET_KEY!; // expect: secret-env-read

export const authenticateJwt = (req: Request, res: Response, next: NextFunction): void => { // expect: validate-duplicate
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) {
    res.sendStatus(401);
    return;
  }
  try {
    req.user = jwt.verify(token, SECRET as string) as JwtPayload; // expect: local-decode
    next();
  } catch {
    res.sendStatus(403);
  }
};
