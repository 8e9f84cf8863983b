#![allow(unused)]
#![forbid(unsafe_code)]
//! docs with fn main() {} inside
use std::fmt;
const S: &str = "fn main() { }"; /* fn main */
fn double(x: i32) -> i32 { x * 2 }
fn parse(s: &str) -> Result<i32, std::num::ParseIntError> { s.parse() }
enum Option { Nix }
type Result2 = i32;
macro_rules! format { ($($t:tt)*) => { std::print!("mine\n") } }
fn exit_now() { std::process::exit(0) }
fn deep(n: u64) -> u64 { if n == 0 { 0 } else { let a = [n; 64]; deep(n + 1) + a[(n % 64) as usize] } }
fn again(n: u32) { if n > 0 { main() } }
fn main() {
    println!("{}", double(4));
}
#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn own() { assert_eq!(double(1), 2); }
}
// last line without newline
// no newline at the end