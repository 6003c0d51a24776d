// A certified OpenID provider on loopback: node provider.mjs <port> <address of the application> ...
//
// POST /tamper makes it answer with other ID tokens than it would: {"claims": {...}, "sign": "own" | "other" |
// "none" | "hmac"}. An empty body ends that.
import { createSecretKey } from "node:crypto";
import { text } from "node:stream/consumers";
import { SignJWT, UnsecuredJWT, decodeJwt, exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

const [port, ...places] = process.argv.slice(2);
const secret = "secret-of-the-application-0123456789";
const roles = {
  "lead@example.org": ["uptake.lead"],
  "admin@example.org": ["uptake.lead", "uptake.admin"],
  "stranger@example.org": ["something.else"],
};

const { privateKey } = await generateKeyPair("RS256", { extractable: true });
const other = await generateKeyPair("RS256");
const keys = { own: privateKey, other: other.privateKey, hmac: createSecretKey(Buffer.from(secret)) };
let tampering = {};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: "first", alg: "RS256", use: "sig" }] },
  clients: [{
    client_id: "uptake-pages",
    client_secret: secret,
    redirect_uris: places.map((place) => `${place}/uptake/sign-in/back`),
    post_logout_redirect_uris: places.map((place) => `${place}/uptake/signed-out`),
  }],
  claims: { openid: ["sub"], profile: ["preferred_username", "roles"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["a key of the provider's own cookies"] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, preferred_username: id, ...(roles[id] && { roles: roles[id] }) }),
  }),
  async loadExistingGrant(ctx) {
    const { session, client, params } = ctx.oidc;
    const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
    grant.addOIDCScope(params.scope);
    await grant.save();
    return grant;
  },
});

function forged(token) {
  const claims = { ...decodeJwt(token), ...tampering.claims };
  for (const name of tampering.without ?? []) delete claims[name];
  if (tampering.sign === "none") return new UnsecuredJWT(claims).encode();
  const alg = tampering.sign === "hmac" ? "HS256" : "RS256";
  return new SignJWT(claims).setProtectedHeader({ alg, kid: "first" }).sign(keys[tampering.sign ?? "own"]);
}

provider.use(async (ctx, next) => {
  if (ctx.path === "/tamper") {
    tampering = JSON.parse((await text(ctx.req)) || "{}");
    ctx.body = {};
    return;
  }
  await next();
  if (ctx.path === "/token" && ctx.body?.id_token && Object.keys(tampering).length) {
    ctx.body = { ...ctx.body, id_token: tampering.no_token ? undefined : await forged(ctx.body.id_token) };
  }
});

provider.listen(Number(port), "127.0.0.1");
