class PostsController < ApplicationController
  def create
    post = current_user.posts.build(post_params)
    return render(json: post.errors, status: :unprocessable_entity) unless post.valid?

    post.save!
    render json: post, status: :created
  end
end

class CommentsController < ApplicationController
  before_action :authenticate_user!

  def destroy
    comment = Comment.find(params[:id])
    return head :forbidden unless comment.author == current_user

    comment.destroy!
    head :no_content
  end
end
