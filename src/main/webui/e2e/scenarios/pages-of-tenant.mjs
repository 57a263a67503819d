import { tour } from '../tour.mjs';

tour('admin');
tour('user');
