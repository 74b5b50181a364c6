"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.makeTokens = makeTokens;
const jsonwebtoken_1 = __importDefault(require("jsonwebtoken"));
const util_1 = require("util");
function makeTokens(config, log) {
    return {
        sign: (payload) => jsonwebtoken_1.default.sign(payload, config.secret), // expect: local-sign, secret-env-read
        read: (token) => (0, jsonwebtoken_1.default.verify)(token, config.jwt.key), // expect: local-decode, secret-env-read
        show: (token) => log.info((0, util_1.inspect)(token)),
    };
}
