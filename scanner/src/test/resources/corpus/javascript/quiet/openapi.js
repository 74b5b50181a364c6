const swaggerJsdoc = require('swagger-jsdoc');

/**
 * @openapi
 * /auth/verify:
 *   post:
 *     summary: Verifies a JWT with jwt.verify(token, process.env.JWT_SECRET)
 */
const definition = {
  openapi: '3.0.3',
  info: { title: 'Orders', version: '1.4.0', description: 'Send a JWT in the `Authorization` header.' },
  components: {
    securitySchemes: {
      jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'signed with HS256' },
    },
    schemas: {
      Token: {
        type: 'object',
        properties: {
          token: { type: 'string', example: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln' },
          expiresIn: { type: 'integer', example: 3600 },
        },
      },
    },
  },
  security: [{ jwt: [] }],
};

module.exports = swaggerJsdoc({ definition, apis: ['./routes/*.js'] });
