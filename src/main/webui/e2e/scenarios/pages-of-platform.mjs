import { tour } from '../tour.mjs';

tour('nobody');
tour('root');
