fn main() {
    let csv = "red,green,blue";
    let parts = csv.split(',').map(|s| s.to_uppercase()).collect();
    println!("{}", parts.len());
}
