// Judges CSAF 2.0 documents by the schema in its strict form and by every mandatory test:
//
//     node csaf.mjs FOLDER CONTROL
//
// CONTROL is a document that breaks a mandatory test; a validator that takes it judges nothing. Called by `cargo xtask readers`.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.cwd(), 'package.json'))
const load = async (name) =>
  import(pathToFileURL(require.resolve(`@secvisogram/csaf-validator-lib/${name}`)))

const validate = (await load('validateStrict.js')).default
const { csaf_2_0_strict } = await load('schemaTests.js')
const tests = [csaf_2_0_strict, ...Object.values(await load('mandatoryTests.js'))]

const [folder, control] = process.argv.slice(2)
const judge = async (file) => validate(tests, JSON.parse(fs.readFileSync(file, 'utf8')))

let bad = 0
if ((await judge(control)).isValid) {
  console.log('the control, which is invalid, was taken')
  bad += 1
}
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.csaf.json')).sort()
for (const name of files) {
  const verdict = await judge(path.join(folder, name))
  if (verdict.isValid) continue
  bad += 1
  const errors = verdict.tests.flatMap((test) =>
    test.errors.map((error) => `${test.name} ${error.instancePath} ${error.message}`),
  )
  if (bad <= 5) console.log(`${name}: ${errors.slice(0, 3).join('; ')}`)
}
console.log(`csaf.json: ${files.length} documents judged by ${tests.length} tests, ${bad} with a fault`)
process.exitCode = bad > 0 || files.length === 0 ? 1 : 0
