fn main() {
    greet("Ada", 3);
}
