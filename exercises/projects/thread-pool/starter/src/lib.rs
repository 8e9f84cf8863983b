use std::sync::{Arc, Mutex, mpsc};
use std::thread::JoinHandle;

type Job = Box<dyn FnOnce() + Send>;

pub struct Pool {
    sender: Option<mpsc::Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(n: usize) -> Pool {
        let (sender, receiver) = mpsc::channel::<Job>();
        todo!(
            "{n} {:?} {:?}",
            Some(sender),
            Arc::new(Mutex::new(receiver))
        )
    }

    pub fn run(&self, job: impl FnOnce() + Send + 'static) {
        let _ = (&self.sender, job);
        todo!("hand it over")
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        let _ = &self.workers;
        // finish all jobs, then end
    }
}
