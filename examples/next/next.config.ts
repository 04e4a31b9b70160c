import type { NextConfig } from 'next';

// It has a library in machine code beside it, which a bundle would not find.
const config: NextConfig = { serverExternalPackages: ['beeper-graphql-gateway'] };

export default config;
