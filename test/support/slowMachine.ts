import { configure } from '@testing-library/react';

// What is waited for must come, however busy the machine is; a second is too short where two cores do everything.
configure({ asyncUtilTimeout: 8000 });
