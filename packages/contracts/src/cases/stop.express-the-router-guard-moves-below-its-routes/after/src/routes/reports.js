import { Router } from 'express';
import { requireAdmin } from '../auth.js';
import * as reports from '../reports.js';

const router = Router();

router.get('/admin/reports', reports.list);
router.post('/admin/reports', reports.create);
router.use(requireAdmin);

export default router;
