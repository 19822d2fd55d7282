import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress } from '../../src/web/client-address.ts'

const from = (remoteAddress: string, forwarded = '', proxies = 0) =>
  clientAddress(
    { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
    proxies,
  )

test('of IPv6 a household is one place, whatever its spelling, and a port is no other place', () => {
  const home = '2001:db8:0:7'
  for (const address of ['2001:db8:0:7::1', '2001:DB8::7:a:b:c:d', '2001:db8:0:7:ffff::', '[2001:db8:0:7::9]:4711'])
    expect(from('127.0.0.1', address, 1)).toBe(home)
  expect(from('2001:db8:0:8::1')).not.toBe(home)
  expect(from('fe80::1%eth0')).toBe('fe80:0:0:0')
  for (const address of ['192.0.2.1', '192.0.2.1:50123', '::ffff:192.0.2.1'])
    expect(from('127.0.0.1', address, 1)).toBe('192.0.2.1')
  expect(from('::1')).toBe('0:0:0:0')
  expect(from('10.0.0.1', 'unknown', 1)).toBe('unknown')
})

test('only what the nearest proxies wrote counts', () => {
  expect(from('10.0.0.1', '203.0.113.9, 198.51.100.4', 1)).toBe('198.51.100.4')
  expect(from('10.0.0.1', '203.0.113.9')).toBe('10.0.0.1')
})
