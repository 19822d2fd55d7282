// In one file, so that they share one installation: opening one takes longer than all of these tests.
import '../core/who-is-counted.test.ts'
import '../core/my-part.test.ts'
import '../core/closing.test.ts'
import '../core/closing-many.test.ts'
import '../core/released-words.test.ts'
import '../core/released-to-whom.test.ts'
import '../core/released-once.test.ts'
import '../core/gaps-counted.test.ts'
