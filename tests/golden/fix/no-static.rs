fn name_or<'a>(name: &'a str) -> &'static str {
    if name.is_empty() { "nobody" } else { name }
}
fn main() { println!("{}", name_or("Al")); }
