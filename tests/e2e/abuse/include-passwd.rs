// verdict: compile_error
const SECRET: &str = include_str!("/etc/passwd");
fn main() {
    println!("{SECRET}");
}
