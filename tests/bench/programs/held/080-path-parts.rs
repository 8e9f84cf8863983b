fn main() {
    let path = "std::io::Read";
    let sep = '::';
    let parts: Vec<&str> = path.split(sep).collect();
    println!("{}", parts.len());
    println!("{}", parts[parts.len() - 1]);
    println!("{}", path.replace("::", "/"));
}
